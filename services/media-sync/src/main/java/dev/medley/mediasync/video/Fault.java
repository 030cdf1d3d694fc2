package dev.medley.mediasync.video;

/**
 * Why a file is not copied, whatever its provider says later.
 *
 * @param reason stable code
 * @param detail the same for people
 */
record Fault(String reason, String detail) {}
