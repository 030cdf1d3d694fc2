package dev.medley.sample;

import dev.medley.web.security.CurrentUser;
import java.util.List;
import java.util.Map;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccessController {

    @GetMapping("/me")
    CurrentUser me(CurrentUser user) {
        return user;
    }

    @GetMapping("/me/authorities")
    List<String> authorities(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .map(String::valueOf)
                .sorted()
                .toList();
    }

    @GetMapping("/me/log")
    Map<String, String> log() {
        return MDC.getCopyOfContextMap();
    }

    @GetMapping("/public/hello")
    Map<String, String> hello() {
        return Map.of("hello", "world");
    }

    @GetMapping("/public/me")
    CurrentUser publicMe(CurrentUser user) {
        return user;
    }

    @GetMapping("/operations/sample/queues")
    List<String> queues() {
        return List.of("one");
    }
}
