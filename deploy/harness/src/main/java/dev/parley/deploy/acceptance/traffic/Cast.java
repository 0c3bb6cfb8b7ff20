package dev.parley.deploy.acceptance.traffic;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who takes part, and in which conversations.
///
/// All are members of every group. Each writer also writes to one reader directly, so that the
/// conversations spread over the partitions.
///
/// @param writers accounts that write; at least one; new, so that nothing was said before
/// @param readers accounts that only read; at least one
/// @param groups names of groups that do not exist yet, without `#`
public record Cast(List<Account> writers, List<Account> readers, List<String> groups) {

  /// Keeps copies.
  public Cast {
    writers = List.copyOf(writers);
    readers = List.copyOf(readers);
    groups = List.copyOf(groups);
  }

  Account founder() {
    return writers.getFirst();
  }

  List<Channel> groupChannels() {
    return groups.stream().map(Channel::group).toList();
  }

  List<Channel> channelsOf(Account writer) {
    return Stream.concat(groupChannels().stream(), Stream.of(letters(writer))).toList();
  }

  List<Channel> channels() {
    return Stream.concat(groupChannels().stream(), writers.stream().map(this::letters)).toList();
  }

  /// {@return the readers who must see everything in a channel}
  Set<String> readersOf(Channel channel) {
    return readers.stream()
        .filter(reader -> groupChannels().contains(channel) || isAddressee(channel, reader))
        .map(Account::handle)
        .collect(Collectors.toSet());
  }

  /// {@return the others, as `create group` wants them}
  String membersBesideTheFounder() {
    return Stream.concat(writers.stream().skip(1), readers.stream())
        .map(Account::handle)
        .collect(Collectors.joining(" "));
  }

  /// {@return the channel between a writer and the reader it writes to}
  Channel letters(Account writer) {
    int index = writers.indexOf(writer) % readers.size();
    return Channel.direct(writer, readers.get(index));
  }

  private boolean isAddressee(Channel channel, Account reader) {
    return writers.stream().anyMatch(writer -> Channel.direct(writer, reader).equals(channel));
  }
}
