package dev.medley.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Uploads pictures and follows them, as one user. */
final class ImagesClient {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final Services services;
    private final String token;

    ImagesClient(Services services) {
        this(
                services,
                services.platform()
                        .signedInUser(UUID.randomUUID() + "@example.com")
                        .accessToken());
    }

    ImagesClient(Services services, String token) {
        this.services = services;
        this.token = token;
    }

    /** Announces and uploads a small picture. */
    UUID upload() {
        return upload(announce(), picture());
    }

    /** Announces a small picture. */
    JsonNode announce() {
        HttpResponse<byte[]> announced = send(request("/upload")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"fileName\":\"a.jpg\",\"fileType\":\"image/jpeg\"}")));
        assertThat(announced.statusCode()).isEqualTo(200);
        return json.readTree(announced.body());
    }

    /** Uploads a file as the ticket says. */
    UUID upload(JsonNode ticket, byte[] file) {
        HttpRequest.Builder put = HttpRequest.newBuilder(
                        URI.create(ticket.path("uploadUrl").asString()))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(file));
        ticket.path("headers").properties().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("content-length"))
                .forEach(header -> put.header(header.getKey(), header.getValue().asString()));
        assertThat(send(put).statusCode()).isEqualTo(200);
        return UUID.fromString(ticket.path("imageId").asString());
    }

    /** What the list of images is answered with. */
    int listStatus() {
        return send(request("/images").GET()).statusCode();
    }

    /** An image as the service shows it. */
    JsonNode find(UUID imageId) {
        return json.readTree(send(request("/images/" + imageId).GET()).body());
    }

    /** Deletes an image; the answer's status. */
    int delete(UUID imageId) {
        return send(request("/images/" + imageId).DELETE()).statusCode();
    }

    /** Puts the dead letters of a queue back, which takes an operator. */
    int redrive(String queue) {
        return send(request("/operations/images/queues/" + queue + "/redrive")
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode();
    }

    /** What a link leads to. */
    byte[] download(URI link) {
        return send(HttpRequest.newBuilder(link).GET()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(services.images().uri().resolve(path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static byte[] picture() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, WIDTH, HEIGHT, Color.BLUE));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
