package dev.parley.gateway;

import dev.parley.gateway.credential.CredentialConfig;
import dev.parley.gateway.door.DoorConfig;
import dev.parley.gateway.door.ssh.SshConfig;
import dev.parley.gateway.door.tcp.TcpConfig;
import dev.parley.gateway.door.tls.TlsConfig;
import dev.parley.gateway.door.ws.WebSocketConfig;
import dev.parley.gateway.exchange.ExchangeConfig;
import dev.parley.gateway.exchange.TopicsConfig;
import dev.parley.gateway.file.FileConfig;
import dev.parley.gateway.file.s3.S3Config;
import dev.parley.gateway.hop.HopConfig;
import dev.parley.gateway.limit.LimitConfig;
import dev.parley.gateway.session.SessionConfig;
import dev.parley.gateway.trace.TraceConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/// The configuration of all features of the gateway, for the class that wires them.
@Singleton
final class GatewayConfig {
  final DoorConfig doors;
  final TcpConfig tcp;
  final TlsConfig tls;
  final WebSocketConfig ws;
  final SshConfig ssh;
  final LimitConfig limits;
  final SessionConfig sessions;
  final ExchangeConfig exchange;
  final TopicsConfig topics;
  final CredentialConfig credentials;
  final HopConfig hops;
  final TraceConfig traces;
  final FileConfig files;
  final S3Config s3;

  @Inject
  GatewayConfig(
      DoorConfig doors,
      TcpConfig tcp,
      TlsConfig tls,
      WebSocketConfig ws,
      SshConfig ssh,
      LimitConfig limits,
      SessionConfig sessions,
      ExchangeConfig exchange,
      TopicsConfig topics,
      CredentialConfig credentials,
      HopConfig hops,
      TraceConfig traces,
      FileConfig files,
      S3Config s3) {
    this.doors = doors;
    this.tcp = tcp;
    this.tls = tls;
    this.ws = ws;
    this.ssh = ssh;
    this.limits = limits;
    this.sessions = sessions;
    this.exchange = exchange;
    this.topics = topics;
    this.credentials = credentials;
    this.hops = hops;
    this.traces = traces;
    this.files = files;
    this.s3 = s3;
  }
}
