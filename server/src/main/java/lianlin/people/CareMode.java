package lianlin.people;

/// How the community cares for a member (MEM-03): 直管, 双管, 接管, 参管, 重管.
public enum CareMode {
    DIRECT,
    DUAL,
    TAKEOVER,
    PARTICIPATING,
    FOCUS
}
