package dev.medley.identity.limit;

import dev.medley.web.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Counts every request to a sign-in route before its body is read. */
@Component
class AddressLimit implements HandlerInterceptor, WebMvcConfigurer {

    private final Allowances allowances;

    AddressLimit(Allowances allowances) {
        this.allowances = allowances;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/auth/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Standing standing = allowances.take(Allowance.ADDRESS, ClientAddress.of(request.getRemoteAddr()));
        RateLimitHeaders.require(standing, response, ProblemCode.RATE_LIMITED);
        return true;
    }
}
