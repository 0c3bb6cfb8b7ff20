package dev.parley.contracts.delivery;

/// The answer to one request of the gateway. A repeated answer finds nobody waiting and is dropped.
public sealed interface Reply extends GatewayRecord
    permits Refused,
        Done,
        LoggedIn,
        KeyList,
        DeviceList,
        AccountList,
        PasswordPolicy,
        AccountsImported,
        AuditPage,
        OnlineAccounts,
        RecentAccounts,
        PingAnswered,
        BlockChecked,
        ConversationList,
        BacklogPage,
        HistoryPage,
        EditList,
        SearchPage,
        GroupList,
        MemberList,
        FileFound {
  /// {@return number of the request, as in its `ReplyTo`}
  long request();
}
