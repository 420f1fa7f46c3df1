package lianlin.territory;

import lianlin.kernel.Area;

/// A place as people read it: its code, its short name, and where it is: 祖庙街道 · 培德社区.
public record Place(Area code, String name, String path) {}
