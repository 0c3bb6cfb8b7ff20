package dev.parley.presence.heartbeat;

/// The topics of the gateways.
@FunctionalInterface
public interface GatewayTopics {

  /// Deletes a gateway's topic; one that is not there is deleted. Blocks until the cluster answers.
  ///
  /// @param gateway id of the gateway
  /// @throws dev.parley.contracts.consumer.TemporaryFaultException if the cluster does not answer
  void delete(String gateway);
}
