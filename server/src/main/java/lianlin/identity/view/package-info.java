/// Views of lists that people save for themselves: what they ask again and again, under a name of their own, on every
/// PC where they sign in. It knows no list: names of lists and parts of their questions are words of the pages.
@NullMarked
package lianlin.identity.view;

import org.jspecify.annotations.NullMarked;
