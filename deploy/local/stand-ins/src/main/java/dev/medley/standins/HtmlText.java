package dev.medley.standins;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page of HTML says, for people and tests that read mail as text. It is good for mails, not for the whole web. */
final class HtmlText {

    private static final Pattern INVISIBLE = Pattern.compile("(?is)<!--.*?-->|<(head|style|script)\\b.*?</\\1\\s*>");
    private static final Pattern LINE_END = Pattern.compile("(?i)<br\\b[^>]*>|</(p|div|h[1-6]|li|tr|table|ul|ol)\\s*>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(#x\\p{XDigit}{1,6}|#\\d{1,7}|\\w+);");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private HtmlText() {}

    static String of(String html) {
        String visible = INVISIBLE.matcher(html).replaceAll(" ").replaceAll("\\s+", " ");
        String lines = TAG.matcher(LINE_END.matcher(visible).replaceAll("\n")).replaceAll("");
        String text = ENTITY.matcher(lines).replaceAll(entity -> {
            String replacement = character(entity.group(1), entity.group());
            return Matcher.quoteReplacement(replacement);
        });
        return text.replaceAll(" *\n[ \n]*", "\n").strip();
    }

    private static String character(String name, String unknown) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, unknown);
        }
        int codePoint =
                name.startsWith("#x") ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : unknown;
    }
}
