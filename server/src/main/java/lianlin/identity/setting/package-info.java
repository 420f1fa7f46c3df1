/// The catalogue of settings: what may be set, by whom it is read, what holds now and who changed it.
@NullMarked
package lianlin.identity.setting;

import org.jspecify.annotations.NullMarked;
