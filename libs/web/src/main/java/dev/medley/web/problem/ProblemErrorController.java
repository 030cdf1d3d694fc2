package dev.medley.web.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what was ended by {@code sendError}; the container dispatches it here. */
@Controller
@Hidden
class ProblemErrorController implements ErrorController {

    private final Problems problems;

    ProblemErrorController(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<Problem> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Without a status a client has asked for this path itself.
        ProblemCode code = status instanceof Integer number ? ProblemCode.ofStatus(number) : ProblemCode.NOT_FOUND;
        return problems.answer(ProblemException.of(code, StandardDetails.of(code)), HttpHeaders.EMPTY, request);
    }
}
