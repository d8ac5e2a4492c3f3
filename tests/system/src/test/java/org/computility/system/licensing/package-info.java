/** Authorization servers and licence files, as annexes D and E of T/BAX 0006.5 print them. */
package org.computility.system.licensing;
