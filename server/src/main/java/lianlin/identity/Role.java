package lianlin.identity;

import java.util.List;
import lianlin.kernel.Scope;
import lianlin.kernel.http.Versioned;

/// A role: the reach that its posts have and the permissions that they carry.
record Role(String code, String label, Scope.Reach reach, List<String> permissions, int version) implements Versioned {}
