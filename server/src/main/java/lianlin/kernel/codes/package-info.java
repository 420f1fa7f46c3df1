/// Codes that people carry and lists that standards fix: identity number, credit code, telephone, name,
/// e-mail, and the lists of gender, nationality, education and political status. Rules IDN-01 to IDN-04 and
/// IDN-13.
@NullMarked
package lianlin.kernel.codes;

import org.jspecify.annotations.NullMarked;
