package org.greenplan.backdrop;

import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * Fetches images for the page, so that the page speaks to this program alone and no key ever reaches it. It follows no redirect, waits no
 * longer than a person would, takes nothing but images of a sensible size, and asks a few at a time.
 */
final class Relay {
    private static final int MOST_BYTES = 4 << 20;
    private static final int AT_ONCE = 12;
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final TileCache cache = new TileCache();
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Duration patience;
    private @Nullable HttpClient client;

    Relay(Duration patience) {
        this.patience = patience;
    }

    /**
     * The image of an address; empty where the service has none there.
     *
     * @param trusted whether whoever started the program named it: else only public hosts are asked
     */
    Optional<Picture> get(URI address, boolean trusted) {
        Optional<Picture> known = cache.find(address.toString());
        if (known.isPresent()) {
            return known;
        }
        boolean mine = false;
        try {
            mine = turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!mine) {
                throw slow(address);
            }
            if (!trusted) {
                Reach.requirePublic(address.getHost());
            }
            Optional<Picture> found = fetch(address);
            found.ifPresent(picture -> cache.keep(address.toString(), picture));
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw slow(address);
        } finally {
            if (mine) {
                turns.release();
            }
        }
    }

    private Optional<Picture> fetch(URI address) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("User-Agent", "Greenplan")
                .header("Accept", "image/*")
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client().sendAsync(request, ignored -> new BoundedBody(MOST_BYTES));
        try {
            return picture(address, answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw slow(address);
        } catch (ExecutionException e) {
            throw trouble(address, e.getCause());
        }
    }

    private static Optional<Picture> picture(URI address, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status == 404 || status == 204) {
            return Optional.empty();
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (status != 200) {
            throw refused(
                    address,
                    "答复 " + status + (status >= 400 && status < 500 ? "，请核对地址和密钥" : ""),
                    "answers " + status + (status >= 400 && status < 500 ? "; check the address and the key" : ""));
        }
        Optional<Picture> picture = type.startsWith("image/") ? Picture.of(answer.body()) : Optional.empty();
        if (picture.isEmpty()) {
            throw refused(address, "给的不是图片，请核对地址、图层和密钥", "gives no image; check the address, the layer and the key");
        }
        return picture;
    }

    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT)
                    .build();
            client = made;
        }
        return made;
    }

    private static Problem trouble(URI address, @Nullable Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof UnknownHostException || each instanceof UnresolvedAddressException) {
                return Reach.unknown(address.getHost());
            }
            if (each instanceof BoundedBody.TooMuch) {
                return refused(address, "给的图片过大", "gives an image that is too large");
            }
        }
        return refused(address, "连不上", "cannot be reached");
    }

    private static Problem slow(URI address) {
        return refused(address, "迟迟没有答复", "does not answer in time");
    }

    /** The host is named and never the whole address: it may hold a key. */
    private static Problem refused(URI address, String zh, String en) {
        return Problem.Unavailable.of(
                Words.of(
                        "底图服务器 " + address.getHost() + " " + zh + "。",
                        "The base map's server " + address.getHost() + " " + en + "."),
                30);
    }
}
