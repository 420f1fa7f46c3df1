/// Encryption, digests and signatures by the national algorithms SM2, SM3 and SM4 (IDN-14). The provider of
/// the algorithms is handed in and never registered for the whole process, so that a certified module can
/// take its place.
@NullMarked
package lianlin.kernel.crypto;

import org.jspecify.annotations.NullMarked;
