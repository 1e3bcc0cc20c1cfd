package org.vitrine.bridge.media;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A tree at an address. Every request is bounded in time, length and redirects, and a redirect
 * never leads from https to anything else, nor to a file.
 */
final class WebTree implements TreeFiles {

  private static final int MOST_REDIRECTS = 5;

  private final URI root;
  private final Duration patience;
  private volatile boolean answered;

  private WebTree(URI root, Duration patience) {
    this.root = root;
    this.patience = patience;
  }

  /** Empty where it is no address of the web. */
  static Optional<WebTree> at(String address, Duration patience) {
    try {
      URI uri = new URI(address.endsWith("/") ? address : address + "/");
      return isWeb(uri) ? Optional.of(new WebTree(uri, patience)) : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  static boolean isAddress(String location) {
    return location.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*://.*");
  }

  private static boolean isWeb(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return uri.getHost() != null
        && uri.getRawUserInfo() == null
        && (scheme.equals("https") || scheme.equals("http"));
  }

  URI root() {
    return root;
  }

  /** Whether anybody was there at all. */
  boolean answered() {
    return answered;
  }

  @Override
  public Optional<String> read(String path) {
    AtomicReference<@Nullable HttpURLConnection> open = new AtomicReference<>();
    FutureTask<Optional<String>> task = new FutureTask<>(() -> fetch(root.resolve(path), open));
    Thread.ofVirtual().name("install-tree").start(task);
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException notGot) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      HttpURLConnection connection = open.get();
      if (connection != null) {
        connection.disconnect();
      }
    }
  }

  private Optional<String> fetch(URI start, AtomicReference<@Nullable HttpURLConnection> open)
      throws IOException {
    URI uri = start;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      open.set(connection);
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout((int) patience.toMillis());
      connection.setReadTimeout((int) patience.toMillis());
      int status = connection.getResponseCode();
      answered = true;
      String next = connection.getHeaderField("Location");
      if (status >= 300 && status < 400 && next != null) {
        URI target = uri.resolve(next);
        boolean weaker =
            "https".equalsIgnoreCase(uri.getScheme())
                && !"https".equalsIgnoreCase(target.getScheme());
        if (!isWeb(target) || weaker) {
          return Optional.empty();
        }
        uri = target;
        continue;
      }
      if (status != HttpURLConnection.HTTP_OK) {
        return Optional.empty();
      }
      try (InputStream in = connection.getInputStream()) {
        return Optional.of(new String(in.readNBytes(LONGEST_FILE), StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }
}
