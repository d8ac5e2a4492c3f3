/**
 * What operators offer by name: resource specs (what one node gives to a task) and images (what a job finds as its programs).
 *
 * <p>Not here: which center could hold a spec, and what is idle (resources); what a spec costs (settlement).
 */
package org.computility.centers.catalogue;
