package dev.medley.mediasync.provider;

import dev.medley.mediasync.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the answer to PROPFIND, a {@code multistatus} of RFC 4918 section 14.16. */
final class MultiStatus {

    private static final Logger log = LoggerFactory.getLogger(MultiStatus.class);
    private static final String DAV = "DAV:";

    private MultiStatus() {}

    /** The files of a folder, oldest first; what is a folder or lies elsewhere is left out. */
    static List<MediaItem> files(byte[] body, URI folder) throws ProviderException {
        return elements(parse(body).getElementsByTagNameNS(DAV, "response"))
                .filter(response ->
                        response.getElementsByTagNameNS(DAV, "collection").getLength() == 0)
                .flatMap(response -> file(response, folder).stream())
                .sorted(Comparator.comparing(MediaItem::createdAt).thenComparing(MediaItem::locator))
                .toList();
    }

    private static Optional<MediaItem> file(Element response, URI folder) {
        Optional<String> locator = text(response, "href").flatMap(href -> below(href, folder));
        if (locator.isEmpty()) {
            log.warn("a WebDAV folder lists what does not lie in it; it is left out");
            return Optional.empty();
        }
        String path = locator.get();
        String length = text(response, "getcontentlength").orElse("");
        String modified = text(response, "getlastmodified").orElse("");
        String version = text(response, "getetag").orElse(modified + length);
        return Optional.of(new MediaItem(
                id(path, version),
                path,
                URLDecoder.decode(
                        path.substring(path.lastIndexOf('/') + 1).replace("+", "%2B"), StandardCharsets.UTF_8),
                number(length),
                time(modified),
                true));
    }

    /** The raw path of an address within the folder: a hostile answer must not lead our credentials elsewhere. */
    private static Optional<String> below(String href, URI folder) {
        try {
            URI address = folder.resolve(href).normalize();
            boolean same = folder.resolve("/").equals(address.resolve("/"))
                    && address.getRawPath().startsWith(folder.getRawPath())
                    && address.getRawPath().length() > folder.getRawPath().length();
            return same ? Optional.of(address.getRawPath()) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A name within the rules for ids; a file that is replaced by another counts as a new one. */
    private static String id(String path, String version) {
        return Sha256.base64Url(path + '\n' + version);
    }

    private static @Nullable Long number(String length) {
        try {
            return Long.valueOf(length);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private static Instant time(String modified) {
        try {
            return ZonedDateTime.parse(modified, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException _) {
            // A constant keeps such files in one order, by name, from listing to listing.
            return Instant.EPOCH;
        }
    }

    private static Optional<String> text(Element response, String name) {
        return elements(response.getElementsByTagNameNS(DAV, name))
                .map(element -> element.getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }

    private static Document parse(byte[] body) throws ProviderException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            // No entities, neither our files (XXE) nor ones that blow up.
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            // Would print to standard error.
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(body));
        } catch (SAXException e) {
            throw new ProviderException(ProviderFailure.UNEXPECTED_ANSWER, "The provider's answer is no XML.", null, e);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser reads from memory", e);
        }
    }
}
