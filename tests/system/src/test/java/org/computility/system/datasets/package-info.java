/** Data sets, as T/AI 123.8 A.6 and A.7 print them. */
package org.computility.system.datasets;
