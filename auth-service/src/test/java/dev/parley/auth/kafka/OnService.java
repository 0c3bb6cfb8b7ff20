package dev.parley.auth.kafka;

import dev.parley.auth.Http;
import dev.parley.contracts.topic.KafkaSettings;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A gateway before the running service, an account that nobody has yet, and what the topics hold.
abstract class OnService {
  static final String PASSWORD = "wonderland 1";

  @Inject KafkaSettings settings;
  final URI service = Http.service();

  final String account = "a" + UUID.randomUUID().toString().substring(0, 13);
  TestGateway gateway;
  TopicContents contents;

  @BeforeEach
  void openGateway() {
    gateway = new TestGateway(settings, service);
    contents = new TopicContents(settings);
  }

  @AfterEach
  void closeGateway() {
    gateway.close();
  }
}
