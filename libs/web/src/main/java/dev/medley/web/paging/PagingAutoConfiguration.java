package dev.medley.web.paging;

import dev.medley.web.WebAutoConfiguration;
import dev.medley.web.WebProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Signed cursors with the service's key. */
@AutoConfiguration(after = WebAutoConfiguration.class)
public class PagingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CursorCodec cursorCodec(WebProperties properties) {
        return CursorCodec.fromBase64(properties.cursorKey());
    }
}
