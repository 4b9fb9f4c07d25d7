#!/bin/sh
# Restarts everything one by one: nobody's request fails, no job is lost. A unit that does not come up ends it.
set -eu
for unit in consultantpro-web@3001 consultantpro-web@3002 consultantpro-worker@1 consultantpro-worker@2; do
	systemctl restart "$unit"
done
