#!/usr/bin/env bash
# A real S3 server (Ceph RADOS Gateway, in memory), access key AKIATEST / secrettest, for the storage tests.
# Needs: apt-get install -y --no-install-recommends ceph-mon ceph-mgr ceph-osd radosgw ceph-common
# usage: radosgw.sh start DIR PORT MON_PORT | radosgw.sh stop DIR
set -euo pipefail
D=$2
C=$D/ceph.conf

# All of it lives in memory: there is nothing to end gently.
if [ "$1" = stop ]; then
  for name in client.rgw osd.0 mon.a; do
    file=$D/run/$name.pid
    if [ -f "$file" ]; then kill -9 "$(cat "$file")" 2>/dev/null || true; fi
  done
  exit 0
fi

PORT=$3
MON_PORT=$4
rm -rf "$D"
mkdir -p "$D"/{mon,osd0,rgw,run}
FSID=$(cat /proc/sys/kernel/random/uuid)
OSD=$(cat /proc/sys/kernel/random/uuid)
cat > "$C" <<CONF
[global]
fsid = $FSID
mon_host = v1:127.0.0.1:$MON_PORT
mon_initial_members = a
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
ms_bind_msgr2 = false
public_network = 127.0.0.0/8
cluster_network = 127.0.0.0/8
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 1
osd_pool_default_pgp_num = 1
osd_pool_default_pg_autoscale_mode = off
mon_allow_pool_size_one = true
mon_max_pg_per_osd = 1000
osd_crush_chooseleaf_type = 0
osd_objectstore = memstore
memstore_device_bytes = 2147483648
mon_data = $D/mon
osd_data = $D/osd0
run_dir = $D/run
admin_socket = $D/run/\$name.asok
log_file = $D/\$name.log
pid_file = $D/run/\$name.pid
[client.rgw]
rgw_frontends = beast endpoint=127.0.0.1:$PORT
rgw_data = $D/rgw
rgw_crypt_require_ssl = false
rgw_crypt_s3_kms_backend = testing
rgw_enable_gc_threads = false
rgw_enable_lc_threads = false
rgw_run_sync_thread = false
CONF

monmaptool --create --clobber --fsid "$FSID" --addv a "v1:127.0.0.1:$MON_PORT" "$D/monmap" >/dev/null
ceph-mon -c "$C" -i a --mkfs --monmap "$D/monmap" >"$D/out" 2>&1
setsid ceph-mon -c "$C" -i a </dev/null >>"$D/out" 2>&1
timeout 30 ceph -c "$C" osd new "$OSD" >>"$D/out" 2>&1
ceph-osd -c "$C" -i 0 --mkfs --osd-uuid "$OSD" >>"$D/out" 2>&1
setsid ceph-osd -c "$C" -i 0 </dev/null >>"$D/out" 2>&1
setsid radosgw -c "$C" -n client.rgw </dev/null >>"$D/out" 2>&1
for _ in $(seq 200); do
  if (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; then break; fi
  sleep 0.2
done
timeout 60 radosgw-admin -c "$C" -n client.rgw user create --uid=app --display-name=app \
  --access-key=AKIATEST --secret-key=secrettest >>"$D/out" 2>&1
echo ready
