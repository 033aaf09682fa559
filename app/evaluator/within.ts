/** A promise and a time enter; what it settles to leaves, or what is said instead when the time is up. */

export function within<Value, Instead>(
  promise: Promise<Value>,
  milliseconds: number,
  instead: () => Instead,
): Promise<Value | Instead> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(() => resolve(instead())), milliseconds);
    const settle = (how: () => void) => {
      clearTimeout(timer);
      try {
        how();
      } catch (fault) {
        reject(fault);
      }
    };
    promise.then(
      (value) => settle(() => resolve(value)),
      (cause) => settle(() => reject(cause)),
    );
  });
}
