package org.vitrine.bridge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bridge.os.OsinfoCatalogue;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.MediaReading.Fault;
import org.vitrine.model.os.MediaReading.Kind;

/** Trees of installation files, in folders and on web servers. */
class InstallTreeTest {

  private static final String TREEINFO =
      """
      [general]
      family = Fedora
      version = 36
      variant = Server
      arch = x86_64

      [images-x86_64]
      kernel = images/pxeboot/vmlinuz
      initrd = images/pxeboot/initrd.img
      """;

  private static final String RELEASE =
      """
      Origin: Debian
      Label: Debian
      Suite: oldstable
      Version: 11.7
      Codename: bullseye
      """;

  @TempDir private Path folder;

  private final FileMediaInspector inspector =
      new FileMediaInspector(OsinfoCatalogue.ofThisComputer());
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private HttpServer server;
  private String base;

  @BeforeEach
  void startServer() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.start();
    base = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
    workers.shutdownNow();
  }

  private void serve(String path, String text) {
    server.createContext(
        path,
        exchange -> {
          boolean here = exchange.getRequestURI().getPath().equals(path);
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(here ? 200 : 404, here ? bytes.length : -1);
          if (here) {
            exchange.getResponseBody().write(bytes);
          }
          exchange.close();
        });
  }

  private void redirect(String path, String target) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", target);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
  }

  private void assertFedora(MediaReading reading) {
    assertEquals(Kind.INSTALL_TREE, reading.kind());
    assertEquals(Optional.of("http://fedoraproject.org/fedora/36"), reading.os());
    assertEquals("images/pxeboot/vmlinuz", reading.kernel().orElseThrow().kernel());
    assertEquals("images/pxeboot/initrd.img", reading.kernel().orElseThrow().initrd());
    assertEquals("treeinfo=Fedora 36", reading.decidedBy());
    assertTrue(reading.bootable() && reading.faults().isEmpty());
  }

  private void assertDebian(MediaReading reading, String kernel) {
    assertEquals(Kind.INSTALL_TREE, reading.kind());
    assertEquals(Optional.of("http://debian.org/debian/11"), reading.os());
    assertEquals("codename=bullseye", reading.decidedBy());
    assertEquals(kernel, reading.kernel().orElseThrow().kernel());
  }

  @Test
  void folderWithTreeinfoIsATree() throws Exception {
    Files.writeString(folder.resolve(".treeinfo"), TREEINFO);
    assertFedora(inspector.inspect(folder.toString()));
    Files.move(folder.resolve(".treeinfo"), folder.resolve("treeinfo"));
    assertFedora(inspector.inspect(folder.toString()));
  }

  @Test
  void addressWithTreeinfoIsATree() {
    serve("/fedora/.treeinfo", TREEINFO);
    assertFedora(inspector.inspect(base + "/fedora"));
    assertFedora(inspector.inspect(base + "/fedora/"));
  }

  @Test
  void suiteOfDebianIsATreeWhereverItsAddressEnds() throws Exception {
    Path suite = folder.resolve("dists/bullseye");
    Files.createDirectories(suite.resolve("main/installer-amd64"));
    Files.writeString(suite.resolve("Release"), RELEASE);
    String installer = "current/images/netboot/debian-installer/amd64/linux";
    assertDebian(inspector.inspect(suite.toString()), "main/installer-amd64/" + installer);
    assertDebian(inspector.inspect(suite.resolve("main/installer-amd64").toString()), installer);
    Files.createSymbolicLink(folder.resolve("dists/stable"), suite);
    assertDebian(
        inspector.inspect(folder.toString()), "dists/stable/main/installer-amd64/" + installer);

    serve("/debian/dists/bullseye/Release", RELEASE);
    assertDebian(
        inspector.inspect(base + "/debian/dists/bullseye/"), "main/installer-amd64/" + installer);
    assertDebian(
        inspector.inspect(base + "/debian/dists/bullseye/main/installer-amd64/"), installer);
  }

  @Test
  void treeOfSuseIsKnownByItsName() throws Exception {
    Files.writeString(folder.resolve("content"), "CONTENTSTYLE 11\nLABEL openSUSE Leap 42.3\n");
    MediaReading reading = inspector.inspect(folder.toString());
    assertEquals(Kind.INSTALL_TREE, reading.kind());
    assertEquals("content=openSUSE Leap 42.3", reading.decidedBy());
    assertEquals(Optional.of("http://opensuse.org/opensuse/42.3"), reading.os());
  }

  @Test
  void addressWithoutATreeIsNone() {
    serve("/page/.treeinfo", "<!DOCTYPE html><html>[general] log in</html>");
    serve("/page/content", "<html></html>");
    assertEquals(List.of(Fault.NOT_AN_IMAGE), inspector.inspect(base + "/nothing").faults());
    server.stop(0);
    assertEquals(List.of(Fault.NOT_READABLE), inspector.inspect(base + "/nothing").faults());
  }

  @Test
  void redirectIsFollowedOnTheWebOnly() throws Exception {
    serve("/real/.treeinfo", TREEINFO);
    redirect("/moved/.treeinfo", "/real/.treeinfo");
    redirect("/circle/.treeinfo", "/circle/.treeinfo");
    Files.writeString(folder.resolve(".treeinfo"), TREEINFO);
    redirect("/file/.treeinfo", folder.resolve(".treeinfo").toUri().toString());
    redirect("/jar/.treeinfo", "jar:" + folder.toUri() + "!/x");
    assertFedora(inspector.inspect(base + "/moved"));
    for (String path : List.of("/circle", "/file", "/jar")) {
      assertEquals(List.of(Fault.NOT_AN_IMAGE), inspector.inspect(base + path).faults(), path);
    }
  }

  @Test
  void endlessAnswerIsCutOff() throws Exception {
    AtomicLong sent = new AtomicLong();
    server.createContext(
        "/endless/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] block = "x".repeat(8192).getBytes(StandardCharsets.UTF_8);
          try (OutputStream out = exchange.getResponseBody()) {
            while (sent.get() < 1L << 30) {
              out.write(block);
              sent.addAndGet(block.length);
            }
          }
        });
    WebTree tree = WebTree.at(base + "/endless", Duration.ofSeconds(10)).orElseThrow();
    assertEquals(TreeFiles.LONGEST_FILE, tree.read(".treeinfo").orElseThrow().length());
    assertTrue(sent.get() < 1L << 28, "took " + sent.get());
  }

  @Test
  void slowAnswerIsGivenUp() {
    server.createContext(
        "/slow/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 100; i++) {
              out.write('x');
              out.flush();
              Thread.sleep(50);
            }
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
    WebTree tree = WebTree.at(base + "/slow", Duration.ofMillis(300)).orElseThrow();
    assertEquals(
        Optional.empty(),
        assertTimeoutPreemptively(Duration.ofSeconds(3), () -> tree.read(".treeinfo")));
  }

  @Test
  void passwordInAnAddressIsNotTaken() {
    assertEquals(
        List.of(Fault.NOT_READABLE),
        inspector.inspect("http://user:secret@127.0.0.1/tree").faults());
  }
}
