#!/bin/sh
# Makes a Payara Server 6 domain named "computility" that is ready for computility.ear. Run once.
#
#   PAYARA_HOME=/opt/payara6 ./install.sh /path/to/postgresql.jar
#
# PAYARA_HOME   the unpacked distribution (the folder with bin/asadmin)
# PORT_BASE     first port of the domain, default 8000: HTTP 8080, administration 8048
# and in the environment, now and whenever the domain starts:
# COMPUTILITY_DATABASE_URL, COMPUTILITY_DATABASE_USER, COMPUTILITY_DATABASE_PASSWORD
set -eu
here=$(cd "$(dirname "$0")" && pwd)
driver=$1
: "${PAYARA_HOME:?}" "${COMPUTILITY_DATABASE_URL:?}" "${COMPUTILITY_DATABASE_USER:?}" "${COMPUTILITY_DATABASE_PASSWORD?}"
port_base=${PORT_BASE:-8000}
asadmin="$PAYARA_HOME/bin/asadmin"
admin_port=$((port_base + 48))

# A domain of its own: other applications and their settings stay untouched. Administration without a password listens
# on this machine only; set one (asadmin change-admin-password) before enable-secure-admin.
"$asadmin" create-domain --nopassword --portbase "$port_base" computility

# The batch repository's pool belongs to the server, so the server needs the driver; the EAR carries its own.
cp "$driver" "$PAYARA_HOME/glassfish/domains/computility/lib/postgresql.jar"

"$asadmin" start-domain computility
# One by one: asadmin's multimode wants a terminal and goes on after a command that failed.
set -f
grep -v -e '^#' -e '^$' "$here/configure.asadmin" | while read -r command; do
  # shellcheck disable=SC2086 # The words of the command are to be split.
  "$asadmin" --port "$admin_port" $command </dev/null
done
# The batch engine keeps the repository it opened until it starts anew.
"$asadmin" stop-domain computility
echo "Domain computility is configured: http://127.0.0.1:$((port_base + 80))/ once computility.ear is deployed (deploy.sh)."
