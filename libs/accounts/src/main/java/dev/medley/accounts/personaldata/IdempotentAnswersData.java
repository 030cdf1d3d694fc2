package dev.medley.accounts.personaldata;

import dev.medley.web.idempotency.AnswerStore;
import org.jspecify.annotations.Nullable;

/** Answers that are kept for repeats of a user's requests: copies of what the user got, so there is nothing to export. */
final class IdempotentAnswersData implements PersonalData {

    private final AnswerStore answers;

    IdempotentAnswersData(AnswerStore answers) {
        this.answers = answers;
    }

    @Override
    public @Nullable Object export(String userId) {
        return null;
    }

    @Override
    public void erase(String userId) {
        answers.forget(userId);
    }
}
