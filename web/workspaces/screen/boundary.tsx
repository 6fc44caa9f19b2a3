import { Component, type ReactNode } from "react";

interface BoundaryProps {
  /** What stands in its place while it has failed. */
  readonly fallback: ReactNode;
  /** Then it is tried again: what it failed on may be gone. Milliseconds. */
  readonly againMs: number;
  readonly children: ReactNode;
}

/** Keeps a fault of one part to that part: a wall that stands for weeks must not go blank because of one number. */
export class Boundary extends Component<BoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };
  private timer: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown) {
    // Counted among the errors that the screen reports of itself.
    reportError(error);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.setState({ hasFailed: false }), this.props.againMs);
  }

  override componentWillUnmount() {
    clearTimeout(this.timer);
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
