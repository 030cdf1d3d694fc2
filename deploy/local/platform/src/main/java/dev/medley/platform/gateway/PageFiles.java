package dev.medley.platform.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** The pages' files, and Swagger UI's from its webjar, out of the class path. */
final class PageFiles extends Handler.Sequence {

    private static final String SWAGGER_UI = "/platform/swagger-ui/";

    private static final String FILES = "/platform/files/";

    private static final Map<String, String> PAGES = Map.of(
            "/", FILES + "index.html",
            "/mailbox", FILES + "mailbox.html",
            "/docs", FILES + "docs.html",
            // /upload is a route of the images service.
            "/upload-page", FILES + "upload.html");

    PageFiles() {
        super(
                new Below(SWAGGER_UI, files("META-INF/resources/webjars/swagger-ui/" + swaggerUiVersion() + "/")),
                new Below(FILES, files("pages/")));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String page = PAGES.get(Request.getPathInContext(request));
        return super.handle(page == null ? request : at(request, page), response, callback);
    }

    private static Request at(Request request, String path) {
        return Request.serveAs(
                request, HttpURI.build(request.getHttpURI(), path).asImmutable());
    }

    private static ResourceHandler files(String folder) {
        ResourceHandler handler = new ResourceHandler();
        Resource files = ResourceFactory.of(handler).newClassLoaderResource(folder, false);
        if (files == null) {
            throw new IllegalStateException(folder + " is not on the class path");
        }
        handler.setBaseResource(files);
        handler.setDirAllowed(false);
        handler.setEtags(true);
        handler.setCacheControl("no-cache");
        return handler;
    }

    private static String swaggerUiVersion() {
        String file = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
        try (InputStream in = PageFiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("swagger-ui is not on the class path");
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves a folder's files below a path. */
    private static final class Below extends Handler.Wrapper {

        private final String prefix;

        Below(String prefix, Handler files) {
            super(files);
            this.prefix = prefix;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String path = Request.getPathInContext(request);
            return path.startsWith(prefix)
                    && super.handle(at(request, path.substring(prefix.length() - 1)), response, callback);
        }
    }
}
