package io.recoup.banking;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** ISO 20022 camt.052, camt.053 and camt.054 of every version, streamed. */
final class CamtFormat implements StatementFormat {

    private static final Pattern NAMESPACE = Pattern.compile("camt\\.05[234]\\.001\\.\\d+");
    private static final WstxInputFactory XML = hardened();

    @Override
    public String name() {
        return "camt.052/053/054";
    }

    /** Any XML: no other statement format recoup reads is XML, and what is wrong with it is best said by its parser. */
    @Override
    public boolean recognises(byte[] head) {
        String begin = new String(head, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < begin.length(); i++) {
            char c = begin.charAt(i);
            if (c == '<') {
                return true;
            }
            boolean blankOrMark = c <= ' ' || c == '\u00ef' || c == '\u00bb' || c == '\u00bf' || c >= '\u00fe';
            if (!blankOrMark) {
                return false;
            }
        }
        return false;
    }

    @Override
    public void read(InputStream in, String file, StatementSink sink) throws IOException {
        XmlBytes bytes = new XmlBytes(in);
        XMLStreamReader2 xml = null;
        try {
            xml = (XMLStreamReader2) XML.createXMLStreamReader(bytes);
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                if (xml.getEventType() == XMLStreamConstants.DTD) {
                    throw new XMLStreamException("document type declarations are not accepted", xml.getLocation());
                }
            }
            new CamtReader(xml, file, formatOf(xml), sink).read();
        } catch (XMLStreamException | WstxLazyException broken) {
            throw bytes.explained(broken, xml, file);
        } finally {
            close(xml);
        }
    }

    private static String formatOf(XMLStreamReader2 xml) throws XMLStreamException {
        String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        Matcher camt = NAMESPACE.matcher(namespace);
        if (camt.find() && xml.getLocalName().equals("Document")) {
            return camt.group();
        }
        throw new XMLStreamException(
                "not a bank statement: the root element is " + xml.getLocalName() + " of namespace '" + namespace
                        + "' (expected Document of camt.052.001, camt.053.001 or camt.054.001)",
                xml.getLocation());
    }

    /** Closing costs nothing and can only fail where reading already has. */
    private static void close(XMLStreamReader2 xml) throws IOException {
        if (xml != null) {
            try {
                xml.close();
            } catch (XMLStreamException unclosable) {
                throw new IOException(unclosable);
            }
        }
    }

    /** The parser every camt file is read with; the benchmark scans with the same one. */
    static WstxInputFactory hardened() {
        WstxInputFactory xml = new WstxInputFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        xml.setProperty(XMLInputFactory.IS_COALESCING, false);
        xml.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not accepted");
        });
        xml.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 64);
        xml.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, 100_000);
        xml.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 10_000);
        xml.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 50);
        xml.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1);
        return xml;
    }
}
