# Runs one job and writes down how it ended. The working directory is the job's folder; the file "job" there sets the
# command (the positional parameters), the limits and the name of the file with options for bwrap. Who is killed here takes the
# job along: timeout the supervisor (setpriv), the supervisor bwrap, bwrap all processes of the job (--die-with-parent).
set -u
umask 077
if [ "${1:-}" != timed ]; then
  . ./job
  exec timeout --foreground --signal=ALRM "$wall" setpriv --pdeathsig KILL sh ./supervisor.sh timed
fi

reason=
trap 'reason=${reason:-CANCELLED}' TERM
trap 'reason=${reason:-WALL_TIME}' ALRM

end() {
  printf '%s %s\n' "$1" "$2" >ended.part && mv ended.part ended
  exit 0
}

# The first process inside the sandbox: when it is gone, all are.
inside() {
  sed -n 's/^{ "child-pid": \([0-9]*\).*/\1/p' status
}

running() {
  kill -0 "$1" 2>/dev/null && ! grep -q '^State:.Z' "/proc/$1/status" 2>/dev/null
}

# Only one supervisor gets past this line, ever: a link is made whole or not at all. Process ids are used again; with
# the start time (field 22, the 20th after the name) and the boot they are not.
read -r stat </proc/$$/stat
set -- ${stat##*) }
read -r boot </proc/sys/kernel/random/boot_id
printf '%s %s %s\n' $$ "${20}" "$boot" >"started.$$"
ln "started.$$" started 2>/dev/null || { rm -f "started.$$"; exit 0; }
rm -f "started.$$"
[ ! -e cancel ] || end CANCELLED 0

. ./job
: >status
prlimit --cpu="$cpu:$((cpu + 5))" --as="$memory" --fsize="$file" --core=0 -- \
  bwrap --args 3 --json-status-fd 4 -- "$@" 3<"$sandbox" 4>status >>log 2>&1 </dev/null &
child=$!
# A signal interrupts this wait; without one it tells the exit status.
wait "$child"
status=$?
while [ -n "$reason" ] && running "$child"; do
  first=$(inside)
  [ -z "$first" ] || kill -KILL "$first" 2>/dev/null
  sleep 0.05
done
first=$(inside)
[ -n "$first" ] || end "${reason:-NO_SANDBOX}" "$status"
while running "$first"; do
  sleep 0.05
done
end "${reason:-EXITED}" "$status"
