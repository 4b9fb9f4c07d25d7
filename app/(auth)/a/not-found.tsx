import { SignInRefused } from "@/components/access/sign-in-refused"

export default function NotFound() {
  return <SignInRefused problem="nothing" />
}
