package lianlin.messaging;

/// The ways by which a message reaches somebody (MSG-01).
enum Way {
    IN_APP,
    WEB_PUSH,
    SMS,
    WECHAT,
    EMAIL
}
