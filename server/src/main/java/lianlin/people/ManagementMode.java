package lianlin.people;

/// How the position of a member's unit decides who manages him (MEM-04): 全责管理, 双重管理, 跟踪管理.
public enum ManagementMode {
    FULL,
    DUAL,
    FOLLOW
}
