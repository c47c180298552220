package io.recoup.mail;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** Prints a page of ours as PDF. It opens nothing but the logo it was handed: no file, no network, no script. */
final class PdfPress {

    /** The only address a page may name. */
    static final String LOGO_ADDRESS = "letterhead:logo";

    private static final String FONT = "Liberation Sans";

    /** @param date of creation as the file states it, so that equal statements are equal files */
    record Imprint(String title, String author, String language, LocalDate date) {}

    /** Measured once for all statements: reading a font takes longer than laying out a page. */
    private static final FSDefaultCacheStore MEASURES = new FSDefaultCacheStore();

    static {
        FontMappers.set(new BundledFonts());
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private PdfPress() {}

    /**
     * @param html well-formed XML
     * @param logo null if the page shows none
     */
    static byte[] print(String html, Logo logo, Imprint imprint) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useFastMode()
                .withHtmlContent(html, null)
                .withProducer("recoup")
                .useUriResolver((base, address) -> LOGO_ADDRESS.equals(address) ? address : null)
                .useExternalResourceAccessControl(
                        (address, type) -> LOGO_ADDRESS.equals(address),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useProtocolsStreamImplementation(address -> new LogoStream(logo), "letterhead")
                .useFont(() -> BundledFonts.open("Regular"), FONT, 400, FontStyle.NORMAL, true)
                .useFont(() -> BundledFonts.open("Bold"), FONT, 700, FontStyle.NORMAL, true)
                .useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, MEASURES)
                .toStream(OutputStream.nullOutputStream());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            sign(document, imprint, html);
            document.save(out);
            return out.toByteArray();
        } catch (IOException unprintable) {
            throw new UncheckedIOException(unprintable);
        }
    }

    /** Nothing of the moment goes in: the same page has the same identity and the same bytes. */
    private static void sign(PDDocument document, Imprint imprint, String html) {
        Calendar created = GregorianCalendar.from(imprint.date().atStartOfDay(ZoneOffset.UTC));
        PDDocumentInformation facts = document.getDocumentInformation();
        facts.setTitle(imprint.title());
        facts.setAuthor(imprint.author());
        facts.setProducer("recoup");
        facts.setCreationDate(created);
        facts.setModificationDate(created);
        document.getDocumentCatalog().setLanguage(imprint.language());
        document.setDocumentId((long) html.hashCode());
    }

    private record LogoStream(Logo logo) implements FSStream {

        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(logo.bytes());
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.ISO_8859_1);
        }
    }
}
