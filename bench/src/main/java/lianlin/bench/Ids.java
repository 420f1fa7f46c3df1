package lianlin.bench;

/// Keys as the interface shows them.
final class Ids {
    /// The demonstration district.
    static final int DISTRICT = 440_604;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Ids() {}

    /// 13 characters for 64 bits.
    static String text(long id) {
        var text = new char[13];
        var rest = id;
        for (var i = 12; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(text);
    }

    static long value(String text) {
        var value = 0L;
        for (var i = 0; i < text.length(); i++) {
            value = value << 5 | ALPHABET.indexOf(text.charAt(i));
        }
        return value;
    }
}
