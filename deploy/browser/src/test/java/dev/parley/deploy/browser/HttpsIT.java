package dev.parley.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

/// The page over TLS.
@InBrowser
final class HttpsIT {

  @Test
  void hasTheCertificateOfTheTlsDoorAndTellsBrowsersToStay(ParleyStack stack) throws Exception {
    // Given one who trusts what lies in the data folder, and nobody else
    SSLContext trusting = trusting(stack.home().resolve("data/tls/certificate.pem"));

    // When, Then
    try (HttpClient client = HttpClient.newBuilder().sslContext(trusting).build();
        SSLSocket door =
            (SSLSocket) trusting.getSocketFactory().createSocket("localhost", port(stack, "tls"))) {
      var page =
          client.send(HttpRequest.newBuilder(address(stack)).build(), BodyHandlers.ofString());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=63072000");
      door.startHandshake();
      assertThat(door.getSession().isValid()).isTrue();
    }
  }

  @Test
  void talksAndLeavesNothingInTheBrowser(Visitors visitors, ParleyStack stack) {
    // Given
    ChatPage alice =
        visitors.open(
            address(stack).toString(), new Browser.NewContextOptions().setIgnoreHTTPSErrors(true));

    // When
    alice.register(Visitors.unique("alice"));
    alice.openConversation("#lobby");
    alice.say("over https");

    // Then
    assertThat(alice.page().context().cookies()).isEmpty();
    assertThat(alice.page().evaluate("sessionStorage.length")).isEqualTo(0);
    assertThat((String) alice.page().evaluate("JSON.stringify(localStorage)"))
        .doesNotContain("token", ".ey", "eyJ");
    assertThat(alice.page().evaluate(KEPT_SESSION)).isNull();
  }

  /// Where a token would be kept for whoever wants to stay signed in.
  private static final String KEPT_SESSION =
      """
      () => new Promise((resolve, reject) => {
        const opening = indexedDB.open('parley');
        opening.onerror = reject;
        opening.onsuccess = () => {
          const reading = opening.result.transaction('keep').objectStore('keep').get('session');
          reading.onsuccess = () => resolve(reading.result ?? null);
          reading.onerror = reject;
        };
      })
      """;

  private static URI address(ParleyStack stack) {
    return URI.create("https://localhost:" + port(stack, "https") + "/");
  }

  private static int port(ParleyStack stack, String door) {
    Map<String, Integer> ports = stack.status().process("gateway-1").ports();
    return ports.getOrDefault(door, 0);
  }

  private static SSLContext trusting(Path certificate)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream file = Files.newInputStream(certificate)) {
      store.setCertificateEntry(
          "parley", CertificateFactory.getInstance("X.509").generateCertificate(file));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
