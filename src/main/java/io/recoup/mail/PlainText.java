package io.recoup.mail;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The letter for readers without HTML: paragraphs, and tables in columns. */
final class PlainText extends AbstractVisitor {

    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    static String of(Node node) {
        PlainText plain = new PlainText();
        node.accept(plain);
        return plain.text.toString().strip();
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        text.append(paragraph.getParent() instanceof ListItem ? "\n" : "\n\n");
    }

    @Override
    public void visit(Heading heading) {
        visitChildren(heading);
        text.append("\n\n");
    }

    @Override
    public void visit(BlockQuote quote) {
        StringBuilder inner = new StringBuilder();
        for (Node child = quote.getFirstChild(); child != null; child = child.getNext()) {
            inner.append(of(child)).append("\n\n");
        }
        inner.toString().strip().lines().forEach(line -> text.append(line.isEmpty() ? "" : "    ")
                .append(line)
                .append('\n'));
        text.append('\n');
    }

    @Override
    public void visit(ListItem item) {
        text.append("- ");
        visitChildren(item);
    }

    @Override
    public void visit(Link link) {
        String shown = of(link.getFirstChild() == null ? new Text("") : link.getFirstChild());
        text.append(link.getDestination().endsWith(shown) ? shown : shown + " <" + link.getDestination() + ">");
    }

    @Override
    public void visit(Text literal) {
        text.append(literal.getLiteral());
    }

    @Override
    public void visit(Code code) {
        text.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak wrapped) {
        text.append('\n');
    }

    @Override
    public void visit(HardLineBreak broken) {
        text.append('\n');
    }

    @Override
    public void visit(CustomBlock block) {
        if (!(block instanceof TableBlock)) {
            visitChildren(block);
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                rows.add(cells(row, right));
            }
        }
        for (List<String> row : rows) {
            text.append(columns(row, rows, right).stripTrailing()).append('\n');
        }
        text.append('\n');
    }

    private static List<String> cells(Node row, List<Boolean> right) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (right.size() == cells.size()) {
                right.add(((TableCell) cell).getAlignment() == TableCell.Alignment.RIGHT);
            }
            StringBuilder inner = new StringBuilder();
            for (Node part = cell.getFirstChild(); part != null; part = part.getNext()) {
                inner.append(of(part));
            }
            cells.add(inner.toString());
        }
        return cells;
    }

    private static String columns(List<String> row, List<List<String>> rows, List<Boolean> right) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            int at = column;
            int width = rows.stream()
                    .mapToInt(other -> other.get(at).length())
                    .max()
                    .orElse(0);
            String blank = " ".repeat(width - row.get(column).length());
            line.append(right.get(column) ? blank + row.get(column) : row.get(column) + blank)
                    .append("   ");
        }
        return line.toString();
    }
}
