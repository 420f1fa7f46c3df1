package lianlin.kernel.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples that the standards print.
@Tag("IDN-14")
class NationalAlgorithmsTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] SM4_KEY = HEX.parseHex("0123456789abcdeffedcba9876543210");

    private final Provider provider = new BouncyCastleProvider();

    @Test
    void sm3() throws IOException {
        var abc = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";

        assertThat(Sm3.hex("abc".getBytes(US_ASCII))).isEqualTo(abc);
        assertThat(Sm3.hex("a".getBytes(US_ASCII), "bc".getBytes(US_ASCII))).isEqualTo(abc);
        assertThat(Sm3.of(new ByteArrayInputStream("abc".getBytes(US_ASCII))))
                .asHexString()
                .isEqualToIgnoringCase(abc);
        assertThat(Sm3.hex("abcd".repeat(16).getBytes(US_ASCII)))
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
        var streamed = new Sm3().update("ab".getBytes(US_ASCII)).update("c".getBytes(US_ASCII));
        assertThat(HEX.formatHex(streamed.digest())).isEqualTo(abc);
    }

    @Test
    void sm4() throws GeneralSecurityException {
        var cipher = Cipher.getInstance("SM4/ECB/NoPadding", provider);
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(SM4_KEY, "SM4"));

        assertThat(HEX.formatHex(cipher.doFinal(SM4_KEY))).isEqualTo("681edf34d206965e86b3e94f536e4246");
    }

    @Test
    void sm4InGaloisCounterMode() {
        var sealed = HEX.parseHex("00001234567800000000abcd"
                + "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec");
        var plain = new Sm4Gcm(provider, new SecureRandom())
                .open(
                        Sm4Gcm.key(SM4_KEY),
                        0,
                        sealed,
                        HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
                        "the example of RFC 8998");

        assertThat(HEX.formatHex(plain))
                .isEqualTo("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                        + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
    }

    @Test
    void hmacSm3() throws GeneralSecurityException {
        var mac = Mac.getInstance("HMACSM3", provider);
        mac.init(new SecretKeySpec(HEX.parseHex("0b".repeat(20)), "HMACSM3"));

        assertThat(HEX.formatHex(mac.doFinal("Hi There".getBytes(US_ASCII))))
                .isEqualTo("51b00d1fb49832bfb01c3ce27848e59f871d9ba938dc563b338ca964755cce70");
    }

    @Test
    void sm2() {
        var key = "3059301306072a8648ce3d020106082a811ccf5501822d03420004"
                + "09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";
        var signature = "3046022100f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
                + "022100b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa";
        var verifier = Sm2Verifier.of(Pem.encode(HEX.parseHex(key), Pem.PUBLIC), provider);

        assertThat(verifier.verify("message digest".getBytes(US_ASCII), HEX.parseHex(signature)))
                .isTrue();
        assertThat(verifier.verify("message digesT".getBytes(US_ASCII), HEX.parseHex(signature)))
                .isFalse();
        assertThat(verifier.verify("message digest".getBytes(US_ASCII), new byte[] {1, 2, 3}))
                .isFalse();
    }

    @Test
    void aSignatureHoldsForItsBytesAndKey(@TempDir Path disk) throws IOException {
        var file = disk.resolve("keys/signer.pem");
        var signer = Sm2Signer.openOrCreate(file, provider);
        var bytes = "root".getBytes(US_ASCII);
        var signature = Sm2Signer.openOrCreate(file, provider).sign(bytes);

        assertThat(signer.verifier().verify(bytes, signature)).isTrue();
        assertThat(Sm2Verifier.of(signer.publicPem(), provider).verify(bytes, signature))
                .isTrue();
        for (var i = 0; i < signature.length; i++) {
            var changed = signature.clone();
            changed[i] ^= 1;
            assertThat(signer.verifier().verify(bytes, changed)).as("byte " + i).isFalse();
        }
        var other = Sm2Signer.openOrCreate(disk.resolve("other.pem"), provider);
        assertThat(other.verifier().verify(bytes, signature)).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(signer.publicPem()).doesNotContain("PRIVATE");
        assertThatIllegalArgumentException().isThrownBy(() -> Sm2Verifier.of("none", provider));
    }
}
