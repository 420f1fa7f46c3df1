package lianlin.kernel.text;

import java.text.Collator;
import java.util.HexFormat;
import java.util.Locale;

/// The key by which names stand in the order of their pinyin.
public final class NameOrder {
    private static final ThreadLocal<Collator> COLLATOR =
            ThreadLocal.withInitial(() -> Collator.getInstance(Locale.SIMPLIFIED_CHINESE));
    private static final int LONGEST = 24;

    private NameOrder() {}

    public static String key(String name) {
        var bytes = COLLATOR.get().getCollationKey(name).toByteArray();
        return HexFormat.of().formatHex(bytes, 0, Math.min(LONGEST, bytes.length));
    }
}
