package dev.medley.messaging.outbox;

import dev.medley.messaging.QueueDirectory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Sends rows to their queues, many per request. */
final class OutboxSender {

    /** Codes of a batch entry that blame its content (SQS API Reference, SendMessage and SendMessageBatch). */
    private static final Set<String> CONTENT_ERRORS =
            Set.of("InvalidMessageContents", "InvalidParameterValue", "MessageTooLong");

    private final SqsAsyncClient sqs;
    private final QueueDirectory queues;
    private final Duration timeout;

    OutboxSender(SqsAsyncClient sqs, QueueDirectory queues, Duration timeout) {
        this.sqs = sqs;
        this.queues = queues;
        this.timeout = timeout;
    }

    /** Sends all rows and answers what became of each; the requests run side by side. */
    List<SendResult> send(List<OutboxRow> rows) {
        List<SendResult> results = new ArrayList<>();
        Map<String, List<OutboxRow>> byQueue = new LinkedHashMap<>();
        for (OutboxRow row : rows) {
            Optional<String> defect = SendBatches.defect(row);
            if (defect.isPresent()) {
                results.add(new SendResult.Unsendable(row, defect.get()));
            } else {
                byQueue.computeIfAbsent(row.queue(), _ -> new ArrayList<>()).add(row);
            }
        }
        List<CompletableFuture<List<SendResult>>> requests = new ArrayList<>();
        byQueue.forEach(
                (queue, waiting) -> SendBatches.of(waiting).forEach(batch -> requests.add(sendBatch(queue, batch))));
        requests.forEach(request -> results.addAll(request.join()));
        return results;
    }

    private CompletableFuture<List<SendResult>> sendBatch(String queue, List<OutboxRow> batch) {
        String url;
        try {
            url = queues.url(queue);
        } catch (CompletionException e) {
            return CompletableFuture.completedFuture(unreachable(batch, e));
        }
        return request(url, batch)
                .thenApply(response -> results(batch, response))
                .exceptionallyCompose(failure -> afterRefusal(queue, batch, failure));
    }

    /** A request that SQS refuses as a whole is taken apart, so that one bad message does not hold up the others. */
    private CompletableFuture<List<SendResult>> afterRefusal(String queue, List<OutboxRow> batch, Throwable failure) {
        if (batch.size() == 1 || !isRefusal(failure)) {
            return CompletableFuture.completedFuture(unreachable(batch, failure));
        }
        List<CompletableFuture<List<SendResult>>> single =
                batch.stream().map(row -> sendBatch(queue, List.of(row))).toList();
        return CompletableFuture.allOf(single.toArray(CompletableFuture[]::new))
                .thenApply(_ -> single.stream()
                        .flatMap(results -> results.join().stream())
                        .toList());
    }

    private CompletableFuture<SendMessageBatchResponse> request(String url, List<OutboxRow> batch) {
        List<SendMessageBatchRequestEntry> entries = IntStream.range(0, batch.size())
                .mapToObj(index -> SendBatches.entry(String.valueOf(index), batch.get(index)))
                .toList();
        return sqs.sendMessageBatch(SendMessageBatchRequest.builder()
                .queueUrl(url)
                .entries(entries)
                .overrideConfiguration(call -> call.apiCallTimeout(timeout))
                .build());
    }

    private static List<SendResult> results(List<OutboxRow> batch, SendMessageBatchResponse response) {
        List<SendResult> results = new ArrayList<>();
        response.successful()
                .forEach(entry -> results.add(new SendResult.Sent(batch.get(Integer.parseInt(entry.id())))));
        response.failed().forEach(entry -> results.add(refusal(batch.get(Integer.parseInt(entry.id())), entry)));
        return results;
    }

    private static SendResult refusal(OutboxRow row, BatchResultErrorEntry entry) {
        String error = entry.code() + ": " + entry.message();
        return CONTENT_ERRORS.contains(entry.code())
                ? new SendResult.Unsendable(row, error)
                : new SendResult.Refused(row, error);
    }

    private static List<SendResult> unreachable(List<OutboxRow> batch, Throwable failure) {
        String error = describe(failure);
        return batch.stream()
                .<SendResult>map(row -> new SendResult.Unreachable(row, error))
                .toList();
    }

    /** Whether SQS answered and blamed the request; neither an outage nor throttling. */
    private static boolean isRefusal(Throwable failure) {
        return unwrapped(failure) instanceof SqsException answer
                && answer.statusCode() >= 400
                && answer.statusCode() < 500
                && !answer.isThrottlingException();
    }

    private static String describe(Throwable failure) {
        Throwable cause = unwrapped(failure);
        return cause instanceof SdkException ? String.valueOf(cause.getMessage()) : cause.toString();
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
