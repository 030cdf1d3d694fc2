package dev.medley.identity.message;

/**
 * A mail's words.
 *
 * @param subject one line
 * @param html paragraphs without style, so that it reads well as text, too
 */
public record Message(String subject, String html) {

    /** The same without tags. */
    public String text() {
        return html.replace("</p>\n", "</p>\n\n")
                .replaceAll("<[^>]+>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }
}
