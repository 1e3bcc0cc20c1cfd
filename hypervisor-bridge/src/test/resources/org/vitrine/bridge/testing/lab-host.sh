#!/bin/bash
# The first process of a throw-away host: gives its namespaces devices and libvirt folders of their own, starts
# libvirtd, and stays until its standard input ends. With it ends everything in the host.
#   unshare --mount --pid --net --uts --fork --kill-child lab-host.sh FOLDER NAME
# Of the folder, run/, lib/, log/, cache/ and etc/ are what the host sees as /run, /var/lib/libvirt, /var/log/libvirt,
# /var/cache/libvirt and /etc/libvirt: its socket and its machines' files can be reached from outside.
set -euo pipefail
root=$1
hostname "$2"
mount -t proc proc /proc

mkdir -p "$root"/{run/lock,run/libvirt,dev,cgroup,lib/{boot,images,qemu/serial},log/qemu,cache/qemu,etc/qemu/networks}
mount -t tmpfs -o mode=755 dev "$root/dev"
mkdir -p "$root"/dev/{pts,shm,net,mapper,hugepages}
# no kvm: libvirt asks again and again for what a guest's user may not open, minutes for one start
for node in null:1:3 zero:1:5 full:1:7 random:1:8 urandom:1:9 tty:5:0 net/tun:10:200; do
  IFS=: read -r name major minor <<<"$node"
  mknod -m 666 "$root/dev/$name" c "$major" "$minor"
done
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$root/dev/pts"
mount -t tmpfs -o mode=1777 shm "$root/dev/shm"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
ln -s fd/0 "$root/dev/stdin"
ln -s fd/1 "$root/dev/stdout"
ln -s fd/2 "$root/dev/stderr"

# the network's part of /sys is the new network's; the control groups stay, but would be hidden
mount --rbind /sys/fs/cgroup "$root/cgroup"
mount -t sysfs sysfs /sys
mount --rbind "$root/cgroup" /sys/fs/cgroup
# the old /dev must be gone, not only covered: libvirt moves every mount it finds listed below /dev
umount -R -l /dev
mount --rbind "$root/dev" /dev

cp -a /etc/libvirt/. "$root/etc/"
find "$root/etc/qemu" -type f -delete
find "$root/etc/qemu" -type l -delete
printf 'auth_unix_rw = "none"\nunix_sock_rw_perms = "0777"\nhost_uuid = "%s"\n' \
  "$(cat /proc/sys/kernel/random/uuid)" >>"$root/etc/libvirtd.conf"
# no second daemon for the logs
printf 'stdio_handler = "file"\n' >>"$root/etc/qemu.conf"
cat >"$root/etc/qemu/networks/default.xml" <<'XML'
<network>
  <name>default</name>
  <forward mode='nat'/>
  <bridge name='virbr0' stp='off' delay='0'/>
  <ip address='192.168.122.1' netmask='255.255.255.0'>
    <dhcp><range start='192.168.122.2' end='192.168.122.254'/></dhcp>
  </ip>
</network>
XML
chown -R libvirt-qemu:libvirt-qemu "$root/lib/qemu" "$root/cache/qemu"
mount --rbind "$root/run" /run
mount --bind "$root/etc" /etc/libvirt
for part in lib log cache; do mount --bind "$root/$part" "/var/$part/libvirt"; done

ip link set lo up
echo 1 >/proc/sys/net/ipv4/ip_forward
libvirtd -d
# orphans are reaped at once because their signal is ignored: libvirt waits for a machine's process to vanish
exec env --ignore-signal=CHLD cat >/dev/null
