package dev.medley.mediasync.provider;

/** What a provider speaks. */
public enum ProviderKind {
    /** GoPro's cloud. */
    GOPRO,
    /** A WebDAV folder, RFC 4918. */
    WEBDAV
}
