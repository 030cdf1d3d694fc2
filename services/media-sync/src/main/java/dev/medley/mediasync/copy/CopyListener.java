package dev.medley.mediasync.copy;

import dev.medley.mediasync.Poller;
import dev.medley.messaging.listener.ListenerAutoConfiguration;
import io.awspring.cloud.sqs.annotation.SqsListener;
import io.awspring.cloud.sqs.listener.acknowledgement.Acknowledgement;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Copies what messages on {@code media-sync-transfers} ask for. */
@Component
class CopyListener {

    /** The name of the container that calls this. */
    static final String CONTAINER = "copies";

    private final VideoCopier copier;
    private final Poller dispatching;

    CopyListener(VideoCopier copier, @Qualifier("copyPoller") Poller dispatching) {
        this.copier = copier;
        this.dispatching = dispatching;
    }

    /**
     * Copies a file, which may take hours. The message is acknowledged as soon as the row is claimed: from then on the lease
     * tells whether anybody is at it, and it may be renewed longer than SQS hides a message. One that is delivered again
     * finds the row claimed.
     */
    @SqsListener(
            id = CONTAINER,
            value = "${medley.messaging.queue-prefix}" + CopyDispatcher.QUEUE,
            factory = ListenerAutoConfiguration.EARLY_ACKNOWLEDGEMENT,
            maxConcurrentMessages = "${medley.media-sync.copies.workers}",
            maxMessagesPerPoll = "${medley.media-sync.copies.workers}")
    void onRequest(@Valid CopyRequested request, Acknowledgement message) throws InterruptedException {
        Optional<Claim> claim = copier.claim(request.videoId());
        message.acknowledge();
        if (claim.isPresent()) {
            try {
                copier.copy(claim.get());
            } finally {
                dispatching.wake();
            }
        }
    }
}
