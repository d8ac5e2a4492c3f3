package org.computility.serving;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.computility.algorithms.AlgorithmPackages;
import org.computility.algorithms.PackageView;
import org.computility.licensing.offline.LicenceLinks;
import org.computility.licensing.offline.LicenceRegister;
import org.computility.licensing.online.AuthServers;

/**
 * How a service is authorized that is about to be loaded (T/BAX 0006.5 clause 4.3). In one way only: a licence file stands in the
 * place of {@code AUTH_SERVER_ADDR}, by which its path is told to the algorithm (4.3.2, step 2). What the request says wins.
 */
@Stateless
public class ServiceLicensing {

    @EJB
    AuthServers servers;

    @EJB
    LicenceRegister licences;

    @EJB
    AlgorithmPackages packages;

    @Inject
    LicenceLinks links;

    /**
     * What is wanted, with the licence file that the organisation has for the package's provider and this compute, by a link of
     * its own; else with the address of the provider's default authorization server, where the package takes one. Unchanged
     * where the request says how, or the organisation has neither.
     *
     * @param organisationId whose compute it is
     */
    public NewService licensed(NewService asked, PackageView algorithm, UUID organisationId) {
        // A service like another one: that one's link may be for its own compute, or have expired.
        NewService wanted = isOurs(asked.licenseFile()) ? asked.withLicenseFile(null) : asked;
        if (wanted.licenseFile() != null || wanted.names(NewService.AUTH_SERVER)) {
            return wanted;
        }
        return licences.fileFor(organisationId, algorithm.provider(), wanted.computeCode())
                .map(number -> wanted.withLicenseFile(links.link(number).toString()))
                .or(() -> withServer(wanted, algorithm, organisationId))
                .orElse(wanted);
    }

    /**
     * With a fresh link to its licence file, where this platform made the one that it was loaded with. Where that file was
     * deleted, to the file that a load would get; without one where there is none.
     */
    public AllowedService renewed(AllowedService service) {
        return isOurs(service.licenseFile()) ? service.withLicenseFile(freshLink(service)) : service;
    }

    private String freshLink(AllowedService service) {
        return links.fileOf(service.licenseFile())
                .filter(licences::exists)
                .or(() -> licences.fileFor(
                        service.organisationId(),
                        packages.get(service.packageId()).provider(),
                        service.computeCode()))
                .map(number -> links.link(number).toString())
                .orElse(null);
    }

    private boolean isOurs(String licenseFile) {
        return licenseFile != null && links.fileOf(licenseFile).isPresent();
    }

    private Optional<NewService> withServer(NewService wanted, PackageView algorithm, UUID organisationId) {
        return algorithm.env().stream().anyMatch(variable -> variable.name().equals(NewService.AUTH_SERVER))
                ? servers.addressFor(organisationId, algorithm.provider())
                        .map(address -> wanted.with(new EnvItem(NewService.AUTH_SERVER, address, true)))
                : Optional.empty();
    }
}
