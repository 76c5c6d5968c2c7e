//! Has the program built anew when a framework's folder gains or loses a file, which the compiler does not see.

fn main() {
    println!("cargo::rerun-if-changed=frameworks");
}
