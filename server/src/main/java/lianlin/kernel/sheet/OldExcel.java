package lianlin.kernel.sheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.Arrays;

/// The container of Excel 97 to 2003. A workbook that is protected by a password hides in the same container.
final class OldExcel {
    private static final int LOOKED_AT = 1 << 20;

    private OldExcel() {}

    static boolean isEncrypted(byte[] bytes) {
        var sought = new String("EncryptedPackage".getBytes(UTF_16LE), ISO_8859_1);
        var head = new String(Arrays.copyOf(bytes, Math.min(bytes.length, LOOKED_AT)), ISO_8859_1);
        var tail =
                new String(Arrays.copyOfRange(bytes, Math.max(0, bytes.length - LOOKED_AT), bytes.length), ISO_8859_1);
        return head.contains(sought) || tail.contains(sought);
    }
}
