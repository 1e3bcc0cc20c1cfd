#!/bin/bash
# Builds a tiny but real Linux guest out of the distribution's packages, which are unpacked and never installed.
#   tiny-guest.sh FOLDER     makes FOLDER/kernel and FOLDER/initrd
# The guest says on its serial line: "tiny: ready" when it is up, "tiny: address A" when it has one, and every second
# "tiny: up BOOT SECONDS". Its power button works. With tiny.busy on its command line it computes, writes to its disk
# and sends packets without end. It runs in 128 MiB.
set -euo pipefail
out=$1
mkdir -p "$out"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PATH=$PATH:/usr/sbin:/sbin

# the smallest kernel that has what a guest needs, by the names it has on Debian and on Ubuntu
kernel=
for meta in linux-image-cloud-amd64 linux-image-virtual linux-image-amd64; do
  kernel=$(apt-cache depends "$meta" 2>/dev/null | sed -n 's/^ *Depends: \(linux-image-[0-9].*\)/\1/p' | head -n 1)
  if [[ -n $kernel ]]; then break; fi
done
if [[ -z $kernel ]]; then
  echo 'apt knows no kernel for a guest' >&2
  exit 3
fi
version=${kernel#linux-image-}
packages=("$kernel" busybox-static)
# Ubuntu keeps the modules apart
if apt-cache show "linux-modules-$version" >/dev/null 2>&1; then packages+=("linux-modules-$version"); fi
mkdir -p "$work/packages" "$work/files"
(cd "$work/packages" && apt-get -qq download "${packages[@]}" 2>"$work/log") || {
  cat "$work/log" >&2
  exit 3
}
for package in "$work"/packages/*.deb; do dpkg-deb --fsys-tarfile "$package" | tar -x -C "$work/files"; done
cp "$work/files/boot/vmlinuz-$version" "$out/kernel"

# the drivers, in the order in which they have to be loaded
modules=$work/files/lib/modules
if [[ ! -d $modules ]]; then
  mkdir -p "$work/files/lib"
  mv "$work/files/usr/lib/modules" "$modules"
fi
depmod -b "$work/files" "$version"
root=$work/root
mkdir -p "$root"/{bin,dev,proc,sys,etc/acpi/PWRF,modules}
number=1000
for module in virtio_pci virtio_blk virtio_net af_packet button evdev; do
  modprobe -d "$work/files" -S "$version" --show-depends "$module" 2>/dev/null || true
done | awk '$1 == "insmod" && !seen[$2]++ {print $2}' >"$work/order"
while read -r module; do
  number=$((number + 1))
  cp "$module" "$root/modules/$number-${module##*/}"
done <"$work/order"
find "$root/modules" -name '*.xz' -exec unxz {} +
find "$root/modules" -name '*.zst' -exec unzstd -q --rm {} +

install "$(find "$work/files" -name busybox -path '*bin/*' | head -n 1)" "$root/bin/busybox"
printf '#!/bin/sh\necho "tiny: power button" >/dev/ttyS0\npoweroff -f\n' >"$root/etc/acpi/PWRF/00000080"
cat >"$root/etc/dhcp" <<'GUEST'
#!/bin/sh
case $1 in
  bound | renew)
    ip addr flush dev "$interface"
    ip addr add "$ip/${mask:-24}" dev "$interface"
    echo "tiny: address $ip" >/dev/ttyS0
    ;;
esac
GUEST
cat >"$root/init" <<'GUEST'
#!/bin/busybox sh
/bin/busybox --install -s /bin
export PATH=/bin
mount -t devtmpfs dev /dev
mount -t proc proc /proc
mount -t sysfs sys /sys
for module in /modules/*; do insmod "$module" 2>/dev/null; done
exec >/dev/ttyS0 2>&1 </dev/null
acpid -d -l /dev/null >/dev/null 2>&1 &
ip link set lo up
if [ -d /sys/class/net/eth0 ]; then
  ip link set eth0 up
  udhcpc -i eth0 -f -s /etc/dhcp -t 30 -T 1 >/dev/null 2>&1 &
fi
if grep -q tiny.busy /proc/cmdline; then
  while :; do :; done &
  while :; do dd if=/dev/zero of=/dev/vda bs=64k count=64 oflag=direct 2>/dev/null || sleep 1; done &
  while :; do ping -q -c 50 -A -s 1000 192.168.122.1 >/dev/null 2>&1 || sleep 1; done &
fi
boot=$(cat /proc/sys/kernel/random/boot_id)
echo "tiny: ready"
while :; do
  read -r up _ </proc/uptime
  echo "tiny: up $boot $up"
  sleep 1
done
GUEST
chmod 755 "$root/init" "$root/etc/dhcp" "$root/etc/acpi/PWRF/00000080"
(cd "$root" && find . | LC_ALL=C sort | cpio -o -H newc -R 0:0 --quiet) | gzip -1 -n >"$out/initrd"
