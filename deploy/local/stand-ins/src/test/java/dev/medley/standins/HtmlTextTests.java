package dev.medley.standins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTests {

    @Test
    void whatAMailSaysIsReadable() {
        String html = """
                <html><head><style>p { color: red }</style></head>
                <body><!-- greeting --><h1>Hello &amp; welcome</h1>
                <p>Your code is <b>123456</b>.</p><p>It&#39;s&nbsp;good<br/>for a day &hellip;</p></body></html>
                """;

        assertThat(HtmlText.of(html)).isEqualTo("""
                Hello & welcome
                Your code is 123456.
                It's good
                for a day &hellip;""");
    }
}
