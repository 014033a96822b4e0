use std::process::ExitCode;

fn main() -> ExitCode {
    baton::main()
}
