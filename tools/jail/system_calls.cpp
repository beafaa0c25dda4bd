// tools/jail/system_calls.cpp: see system_calls.hpp. The filter is a program of the kernel's small machine: seccomp(2).
#include "jail/system_calls.hpp"

#include "jail/system_call.hpp"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace jail {

namespace {

#if defined(__x86_64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t kArchitecture = 0;
#endif

// Numbers from here on are the x32 ABI's: the same calls by other names.
constexpr std::uint32_t kX32 = 0x40000000;

constexpr std::uint32_t kNumber = offsetof(seccomp_data, nr);
// The lower half, where all that is compared stands. Both kinds of processor have it in front.
constexpr std::uint32_t argument(std::uint32_t index) { return offsetof(seccomp_data, args) + index * 8; }

constexpr std::uint32_t kRefused[] = {
    // other processes
    SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_process_madvise, SYS_pidfd_getfd, SYS_kcmp,
    // namespaces and mounts
    SYS_unshare, SYS_setns, SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_open_tree, SYS_move_mount,
    SYS_fsopen, SYS_fsconfig, SYS_fsmount, SYS_fspick, SYS_mount_setattr,
    // sockets
    SYS_socket, SYS_bind, SYS_connect, SYS_listen, SYS_accept, SYS_accept4,
    // what outlives a process, or is memory that no limit counts
    SYS_shmget, SYS_semget, SYS_msgget, SYS_mq_open, SYS_add_key, SYS_request_key, SYS_keyctl, SYS_memfd_create,
    SYS_memfd_secret,
    // the machine, and what has most faults
    SYS_bpf, SYS_perf_event_open, SYS_io_uring_setup, SYS_io_uring_enter, SYS_io_uring_register, SYS_userfaultfd,
    SYS_open_by_handle_at, SYS_name_to_handle_at, SYS_kexec_load, SYS_kexec_file_load, SYS_init_module,
    SYS_finit_module, SYS_delete_module, SYS_reboot, SYS_swapon, SYS_swapoff, SYS_acct, SYS_quotactl, SYS_syslog,
    SYS_settimeofday, SYS_clock_settime, SYS_adjtimex, SYS_sethostname, SYS_setdomainname, SYS_fanotify_init,
    SYS_vhangup};

constexpr std::uint32_t kNewNamespaces = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER |
                                         CLONE_NEWPID | CLONE_NEWNET | 0x80;  // the last: CLONE_NEWTIME

class Filter {
 public:
  void load(std::uint32_t offset) { add(BPF_LD | BPF_W | BPF_ABS, offset); }
  void mask(std::uint32_t bits) { add(BPF_ALU | BPF_AND | BPF_K, bits); }
  void answer(std::uint32_t action) { add(BPF_RET | BPF_K, action); }
  void refuse(int reason) { answer(SECCOMP_RET_ERRNO | static_cast<std::uint32_t>(reason)); }

  // The next `skipped` instructions are passed over unless the loaded value is this one.
  void if_equal(std::uint32_t value, std::uint8_t skipped) { jump(BPF_JEQ, value, 0, skipped); }
  void if_not_equal(std::uint32_t value, std::uint8_t skipped) { jump(BPF_JEQ, value, skipped, 0); }
  void if_at_least(std::uint32_t value, std::uint8_t skipped) { jump(BPF_JGE, value, 0, skipped); }
  void if_any_bit(std::uint32_t bits, std::uint8_t skipped) { jump(BPF_JSET, bits, 0, skipped); }

  void enter() {
    const sock_fprog program{static_cast<unsigned short>(code_.size()), code_.data()};
    checked(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program), "seccomp");
  }

 private:
  void add(int code, std::uint32_t value) { code_.push_back({static_cast<std::uint16_t>(code), 0, 0, value}); }
  void jump(int test, std::uint32_t value, std::uint8_t if_true, std::uint8_t if_false) {
    code_.push_back({static_cast<std::uint16_t>(BPF_JMP | test | BPF_K), if_true, if_false, value});
  }

  std::vector<sock_filter> code_;
};

// Code for another processor has other numbers.
void refuse_other_architectures(Filter& filter) {
  filter.load(offsetof(seccomp_data, arch));
  filter.if_not_equal(kArchitecture, 1);
  filter.answer(SECCOMP_RET_KILL_PROCESS);
#if defined(__x86_64__)
  filter.load(kNumber);
  filter.if_at_least(kX32, 1);
  filter.refuse(ENOSYS);
#endif
}

// A new thread or process, but no new namespace. The newer call has its flags in memory, where no filter can read them;
// the C library takes the older one where the kernel doesn't have it.
void refuse_new_namespaces(Filter& filter) {
  filter.load(kNumber);
  filter.if_equal(SYS_clone3, 1);
  filter.refuse(ENOSYS);
  filter.if_equal(SYS_clone, 4);
  filter.load(argument(0));
  filter.if_any_bit(kNewNamespaces, 1);
  filter.refuse(EPERM);
  filter.answer(SECCOMP_RET_ALLOW);
}

// A pair of connected sockets is no more than two pipes. One that is not connected can send to any address.
void refuse_all_pairs_but_connected_ones(Filter& filter) {
  constexpr std::uint32_t kKind = 0xf;
  filter.load(kNumber);
  filter.if_equal(SYS_socketpair, 10);
  filter.load(argument(0));
  filter.if_not_equal(AF_UNIX, 1);
  filter.refuse(EACCES);
  filter.load(argument(1));
  filter.mask(kKind);
  filter.if_equal(SOCK_STREAM, 1);
  filter.answer(SECCOMP_RET_ALLOW);
  filter.if_equal(SOCK_SEQPACKET, 1);
  filter.answer(SECCOMP_RET_ALLOW);
  filter.refuse(EACCES);
}

// Nobody types on a terminal in somebody else's name.
void refuse_typing(Filter& filter) {
  constexpr std::uint32_t kLinuxConsole = 0x541C;  // TIOCLINUX
  filter.load(kNumber);
  filter.if_equal(SYS_ioctl, 5);
  filter.load(argument(1));
  filter.if_equal(TIOCSTI, 1);
  filter.refuse(EPERM);
  filter.if_equal(kLinuxConsole, 1);
  filter.refuse(EPERM);
}

}  // namespace

bool can_refuse_system_calls() { return kArchitecture != 0; }

void refuse_system_calls() {
  Filter filter;
  refuse_other_architectures(filter);
  refuse_new_namespaces(filter);
  refuse_all_pairs_but_connected_ones(filter);
  refuse_typing(filter);
  filter.load(kNumber);
  for (const std::uint32_t number : kRefused) {
    filter.if_equal(number, 1);
    filter.refuse(EPERM);
  }
  filter.answer(SECCOMP_RET_ALLOW);
  filter.enter();
}

}  // namespace jail
